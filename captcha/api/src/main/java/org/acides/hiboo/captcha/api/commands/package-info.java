/** The captcha's published commands. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.captcha.api.commands;
