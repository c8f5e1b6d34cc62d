package org.acides.hiboo.identity.test;

import org.springframework.boot.test.context.TestConfiguration;

/** Empty since infrastructure seals for real; to be deleted where the parts come together. */
@TestConfiguration(proxyBeanMethods = false)
public class TestKeys {}
