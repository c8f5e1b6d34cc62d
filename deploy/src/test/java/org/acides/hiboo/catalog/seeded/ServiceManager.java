package org.acides.hiboo.catalog.seeded;

/** Wrong on purpose: a name that says nothing. */
public class ServiceManager {}
