/*
 * The State's design system, its components one by one, without its block mark: it is reserved for the State's own
 * sites. Another publisher replaces this folder (docs/decisions/0002-theme.md).
 */
import '@gouvfr/dsfr/dist/core/core.main.min.css'
import '@gouvfr/dsfr/dist/scheme/scheme.min.css'
import '@gouvfr/dsfr/dist/component/link/link.main.min.css'
import '@gouvfr/dsfr/dist/component/button/button.main.min.css'
import '@gouvfr/dsfr/dist/component/badge/badge.main.min.css'
import '@gouvfr/dsfr/dist/component/tag/tag.main.min.css'
import '@gouvfr/dsfr/dist/component/alert/alert.main.min.css'
import '@gouvfr/dsfr/dist/component/segmented/segmented.main.min.css'
import '@gouvfr/dsfr/dist/component/table/table.main.min.css'
import '@gouvfr/dsfr/dist/component/form/form.main.min.css'
import '@gouvfr/dsfr/dist/component/input/input.main.min.css'
import '@gouvfr/dsfr/dist/component/skiplink/skiplink.main.min.css'
import './socle.css'
import './mise-en-page.css'
import './panneaux.css'
import './projecteur.css'
import './impression.css'
