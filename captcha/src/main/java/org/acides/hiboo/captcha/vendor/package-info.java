/**
 * Other companies' checks, for sites that want them: loaded on a page of Hiboo's own after the visitor said yes, and verified
 * from here, so that the company reads neither the form nor its address, and Hiboo tells it nothing about the visitor.
 */
@NullMarked
package org.acides.hiboo.captcha.vendor;

import org.jspecify.annotations.NullMarked;
