/** The captcha's sites as admins keep them, and how hard they are pressed. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.webui.captcha;
