/** The catalogue of services that members enter. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.catalog;
