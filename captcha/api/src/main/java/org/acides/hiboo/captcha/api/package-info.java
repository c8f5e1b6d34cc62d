/** Names and values that the captcha publishes. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.captcha.api;
