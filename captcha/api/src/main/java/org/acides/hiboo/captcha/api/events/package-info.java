/** The captcha's published events. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.captcha.api.events;
