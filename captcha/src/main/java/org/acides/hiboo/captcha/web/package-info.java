/** What browsers and applications ask, over HTTP. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.captcha.web;
