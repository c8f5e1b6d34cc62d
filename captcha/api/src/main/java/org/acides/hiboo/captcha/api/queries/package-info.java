/** The captcha's published queries. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.captcha.api.queries;
