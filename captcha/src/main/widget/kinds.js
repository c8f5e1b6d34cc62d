/* What the widget knows by name. */

/** The fields that a class of elements fills. */
export const FIELDS = {
  'h-captcha': ['h-captcha-response', 'g-recaptcha-response'],
  'g-recaptcha': ['g-recaptcha-response'],
  'cf-turnstile': ['cf-turnstile-response'],
  'hiboo-captcha': ['altcha'],
};

/** Kinds that are other companies' checks. */
export const THIRD = { hcaptcha: 'hCaptcha', recaptcha: 'reCAPTCHA', turnstile: 'Turnstile' };

export const isProof = kind => kind.startsWith('pow');
