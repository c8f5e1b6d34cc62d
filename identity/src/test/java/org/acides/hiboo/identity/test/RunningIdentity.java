package org.acides.hiboo.identity.test;

import java.net.URI;
import java.util.UUID;
import org.acides.hiboo.identity.IdentityConfiguration;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Identity on a real database behind a real port. Whoever comes from 127.0.0.1 is a proxy that passes certificates. */
@SpringBootTest(
        classes = {InfrastructureConfiguration.class, IdentityConfiguration.class, TestDatabase.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "hiboo.client-certificate.header=" + RunningIdentity.CERTIFICATE_HEADER,
            "server.tomcat.remoteip.internal-proxies=127\\\\.0\\\\.0\\\\.1"
        })
@EnableAutoConfiguration
public abstract class RunningIdentity {

    public static final String CERTIFICATE_HEADER = "Client-Cert";

    @Autowired
    protected JdbcClient jdbc;

    @LocalServerPort
    private int port;

    protected final URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** An account that nothing is known of but that it exists. */
    protected final AccountId account() {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "INSERT INTO identity.account (account_id, login_name, login_folded, login_skeleton, email, email_folded,"
                                + " language, registered_at) VALUES (:id, :name, :name, :name, :name, :name, 'en', now())")
                .param("id", id)
                .param("name", id.toString())
                .update();
        return new AccountId(id);
    }
}
