package org.acides.hiboo.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import org.acides.hiboo.HibooApplication;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.queries.FindServices;
import org.acides.hiboo.catalog.api.queries.ServiceRow;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole application, as far as it is wired, on a real database. */
@SpringBootTest(classes = {HibooApplication.class, TestDatabase.class})
class DemoServicesTest {

    private static final URI CAFE = URI.create("http://localhost:8090/");

    @Autowired
    Commands commands;

    @Autowired
    QueryGateway queries;

    @Test
    void theDemosServicesAreOpenedAndMayBeOpenedAgain() {
        var demo = new DemoServices(commands, queries);
        demo.open(CAFE);
        demo.open(CAFE);
        await().untilAsserted(() -> assertThat(open())
                .hasSize(DemoService.all(CAFE).size())
                .allSatisfy(service -> assertThat(service.logo()).isNotNull()));
    }

    private List<ServiceRow> open() {
        return queries.query(
                        new FindServices("", ServiceState.OPEN, 0, 200),
                        ResponseTypes.multipleInstancesOf(ServiceRow.class))
                .join();
    }
}
