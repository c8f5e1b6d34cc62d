/** The sites that challenges are posed for: decided by the aggregate, looked up in its transaction. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.captcha.site;
