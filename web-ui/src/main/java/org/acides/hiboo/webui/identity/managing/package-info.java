/** What people who answer for a service decide about its profiles: they never see whose these are. */
@NullMarked
package org.acides.hiboo.webui.identity.managing;

import org.jspecify.annotations.NullMarked;
