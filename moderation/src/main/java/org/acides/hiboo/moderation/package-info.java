/** Reports, cases, sanctions, appeals, legal requests and URL blocks will live here. The room is empty so far: nothing in it runs, and nothing depends on it. */
package org.acides.hiboo.moderation;
