/** What every page of ours owes the web: an address, headers, and an eye on where forms come from. */
@NullMarked
package org.acides.hiboo.infrastructure.web;

import org.jspecify.annotations.NullMarked;
