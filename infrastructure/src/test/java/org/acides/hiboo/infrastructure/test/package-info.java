/** What every module's integration tests stand on. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.infrastructure.test;
