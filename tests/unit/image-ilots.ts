/** What the server writes of ./composants/AvecIlot.svelte: what the browser then finds in its page. */
export const IMAGE =
  '<!--[--><!--[0--><!--[--><!--$image-s1--><!--[0--><!----><header class="titre"><!--[--><!--[--><p>Carte</p><!----> <button>0</button><!----><!--]--><!--]--><!----></header><!----><!--]--><!----><!--]--><!--]--> <!--$image-s2--><!--[0--><!----><footer class="pied" aria-label="Pied"><!--[--><!--[--><select><option value="clair" selected="">Clair</option><option value="sombre">Sombre</option></select><!----> <output>clair</output><!----><!--]--><!--]--><!----></footer><!----><!--]--><!----><!--]-->'

export const PROPS_IMAGE = { casse: { maintenant: false }, nom: 'Carte', presente: true }
