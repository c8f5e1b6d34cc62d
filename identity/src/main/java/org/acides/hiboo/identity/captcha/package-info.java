/** Asks whoever fills in a form of Hiboo's to show that they are no robot, as any site does that asks a siteverify server. */
@NullMarked
package org.acides.hiboo.identity.captcha;

import org.jspecify.annotations.NullMarked;
