import { source } from './hiboo.js';

const WORDS = {
  en: {
    group: 'Check against spam', check: 'I am not a robot', working: 'Checking…', slow: 'Still checking: this device needs a while.',
    done: 'Checked.', expired: 'The check has expired: please do it again.', failed: 'That did not work. Please try again, or choose another way.',
    unreachable: 'The check cannot be reached. Try again in a moment.', wrong: 'That was not it. Here is another one.',
    late: 'That one has expired. Here is another one.', refused: 'This page cannot use the check: its key or address is unknown.',
    other: 'Another way', ways: 'Ways to show that you are not a robot', pow: 'Let this device do some sums',
    image: 'Read a picture', audio: 'Listen', question: 'Answer a question',
    picture: 'Letters and digits. If you cannot see them, choose another way.', type: 'Letters and digits in the picture',
    heard: 'Letters and digits that you hear', spelt: 'After each letter comes a word that starts with it: “K, as in Kilo”.',
    listen: 'Listen instead', see: 'See it instead', stop: 'Stop', reload: 'Load the picture again',
    unseen: 'The picture did not load. Load it again, or take another one.', unheard: 'The sound did not load or play. Press “Listen” again, or take another one.',
    submit: 'Check', another: 'Another one', next: 'Please answer below.',
    leaves: 'This opens a page that loads the check of another company, which sees your address and your browser.', open: 'Open the page of',
  },
  fr: {
    group: 'Vérification contre le spam', check: 'Je ne suis pas un robot', working: 'Vérification…', slow: 'Vérification : cet appareil met un peu de temps.',
    done: 'Vérifié.', expired: 'La vérification a expiré. Merci de la refaire.', failed: 'Cela n’a pas marché. Réessayez ou choisissez un autre moyen.',
    unreachable: 'La vérification est injoignable. Réessayez dans un instant.', wrong: 'Ce n’était pas ça. En voici une autre.',
    late: 'Celle-ci a expiré. En voici une autre.', refused: 'La vérification n’est pas prévue ici : clé ou adresse inconnue.',
    other: 'Autre moyen', ways: 'Moyens de montrer que vous n’êtes pas un robot', pow: 'Laisser cet appareil calculer',
    image: 'Lire une image', audio: 'Écouter', question: 'Répondre à une question',
    picture: 'Lettres et chiffres. Si vous ne les voyez pas, choisissez un autre moyen.', type: 'Lettres et chiffres de l’image',
    heard: 'Lettres et chiffres entendus', spelt: 'Chaque lettre est suivie d’un prénom qui commence par elle : « K, comme Kléber ».',
    listen: 'Écouter plutôt', see: 'Voir plutôt', stop: 'Arrêter', reload: 'Recharger l’image',
    unseen: 'L’image ne s’est pas chargée. Rechargez-la ou demandez-en une autre.', unheard: 'Le son n’a pas pu être chargé ou lu. Appuyez de nouveau sur « Écouter », ou demandez-en un autre.',
    submit: 'Vérifier', another: 'Une autre', next: 'Merci de répondre ci-dessous.',
    leaves: 'Cela ouvre une page qui charge la vérification d’une autre entreprise ; celle-ci voit votre adresse et votre navigateur.', open: 'Ouvrir la page de',
  },
};

/** A widget's language and words: what it is told, then the page's language, then the browser's. */
export const language = (options, host) => {
  const wanted = options.hl || options.lang || options.language || source.searchParams.get('hl') || host.closest('[lang]')?.lang || navigator.language;
  const lang = /^fr/i.test(wanted) ? 'fr' : 'en';
  return [lang, WORDS[lang]];
};
