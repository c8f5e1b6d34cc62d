/** Where each role begins. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.webui.home;
