package org.acides.hiboo.infrastructure.eventstore;

import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * The event store's parts, each declared here: Axon's auto-configuration orders itself by classes that Spring Boot 4
 * renamed, and would fall back to no transactions in silence.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider axonConnections(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    PersistenceExceptionResolver postgresErrors() {
        return new PostgresErrors();
    }

    @Bean
    EventNames eventNames() {
        return EventNames.under("org.acides.hiboo");
    }

    /** For tokens and other state of Axon's own, which names Axon's classes. */
    @Bean
    @Primary
    Serializer generalSerializer() {
        var axonOnly = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("java.util.")
                .build();
        return Jackson3Serializer.builder()
                .converter(new ChainingConverter(getClass().getClassLoader()))
                .jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(axonOnly))
                .build();
    }

    @Bean
    @Qualifier("eventSerializer")
    NamedEventSerializer eventSerializer(EventNames names) {
        return new NamedEventSerializer(names);
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer(Serializer generalSerializer) {
        return generalSerializer;
    }

    @Bean
    @DependsOnDatabaseInitialization
    EventStorageEngine eventStorageEngine(
            Configuration axon,
            Serializer generalSerializer,
            NamedEventSerializer eventSerializer,
            PersistenceExceptionResolver errors,
            ConnectionProvider connections,
            TransactionManager transactions) {
        return new PostgresEventStorage(JdbcEventStorageEngine.builder()
                .snapshotSerializer(generalSerializer)
                .eventSerializer(eventSerializer)
                .upcasterChain(axon.upcasterChain())
                .snapshotFilter(axon.snapshotFilter())
                .persistenceExceptionResolver(errors)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .batchSize(500));
    }

    @Bean(initMethod = "start")
    @DependsOnDatabaseInitialization
    AppendSignals appendSignals(DataSource dataSource) {
        return new AppendSignals(dataSource);
    }

    @Bean("eventBus")
    @Qualifier("eventStore")
    WakingEventStore eventStore(EventStorageEngine storage, Configuration axon, AppendSignals signals) {
        return new WakingEventStore(
                WakingEventStore.builder()
                        .storageEngine(storage)
                        .spanFactory(axon.getComponent(EventBusSpanFactory.class)),
                signals);
    }

    @Bean
    @DependsOnDatabaseInitialization
    TokenStore tokenStore(ConnectionProvider connections, Serializer generalSerializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(TokenSchema.builder()
                        .setTokenTable("infrastructure.token")
                        .setProcessorNameColumn("processor")
                        .setSegmentColumn("segment")
                        .setTokenColumn("token")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("stamp")
                        .setOwnerColumn("owner")
                        .build())
                .serializer(generalSerializer)
                .nodeId(UUID.randomUUID().toString())
                .build();
    }
}
