/** Profiles: the faces that an account shows to services, their usernames, and which one enters where. */
@NullMarked
package org.acides.hiboo.identity.profile;

import org.jspecify.annotations.NullMarked;
