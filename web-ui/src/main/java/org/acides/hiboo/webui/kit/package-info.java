/** What several screens are made of: asking a context, telling a refusal, confirming, showing a moment. */
@org.jspecify.annotations.NullMarked
package org.acides.hiboo.webui.kit;
