/** What stands between the operator and a running instance, told in one line. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.infrastructure.start;
