/**
 * Other companies' checks, for sites that want them: loaded on a page of Hiboo's own after the visitor said yes, and verified
 * from here, so that the company learns neither the site nor anything that the browser did not tell it itself.
 */
@NullMarked
package org.acides.hiboo.captcha.vendor;

import org.jspecify.annotations.NullMarked;
