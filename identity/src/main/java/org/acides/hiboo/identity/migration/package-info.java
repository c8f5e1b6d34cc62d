/** Old accounts of services: their lists, the profiles that these become, and how members claim them. */
@NullMarked
package org.acides.hiboo.identity.migration;

import org.jspecify.annotations.NullMarked;
