package org.acides.hiboo.catalog.service;

import static org.acides.hiboo.infrastructure.test.Staff.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.function.Consumer;
import org.acides.hiboo.catalog.CatalogConfiguration;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.commands.RegisterService;
import org.acides.hiboo.catalog.api.queries.FindService;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;

/** Services of a community, on a real database. */
@SpringBootTest(classes = {InfrastructureConfiguration.class, CatalogConfiguration.class, TestDatabase.class})
@EnableAutoConfiguration
abstract class CatalogLife {

    @Autowired
    Commands commands;

    @Autowired
    QueryGateway queries;

    static String slug(ServiceId id) {
        return "s" + id.toString().substring(0, 18);
    }

    ServiceId registered(ServiceDescription description) {
        ServiceId id = ServiceId.random();
        commands.send(new RegisterService(id, slug(id), description), ADMIN);
        return id;
    }

    Optional<ServiceDetails> find(ServiceId id) {
        return queries.query(new FindService(id), ResponseTypes.optionalInstanceOf(ServiceDetails.class))
                .join();
    }

    void eventually(ServiceId id, Consumer<ServiceDetails> expected) {
        await().untilAsserted(() -> assertThat(find(id)).hasValueSatisfying(expected));
    }
}
