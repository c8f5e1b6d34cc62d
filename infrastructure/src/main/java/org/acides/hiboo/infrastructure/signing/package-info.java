/** Asymmetric keys that the instance signs with: wrapped at rest, rotated, published. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.infrastructure.signing;
