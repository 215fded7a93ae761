import { serveDist } from './serveDist.mjs'

/** Serves the built app to the browser tests, on PORT. */
serveDist().listen(Number(process.env.PORT), 'localhost')
