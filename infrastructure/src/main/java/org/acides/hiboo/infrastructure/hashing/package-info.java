/** How much costly hashing this machine does at once. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.infrastructure.hashing;
