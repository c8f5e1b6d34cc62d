package org.acides.hiboo.infrastructure.processing;

import java.sql.Connection;
import java.sql.Savepoint;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Puts a savepoint before an event's handler where {@link Care} is due, and goes back to it when the handler throws. */
@Component
class CarefulHandling implements HandlerEnhancerDefinition {

    private final ObjectProvider<DataSource> dataSource;

    CarefulHandling(ObjectProvider<DataSource> dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        return original.canHandleMessageType(EventMessage.class) ? new Careful<>(original) : original;
    }

    private final class Careful<T> extends WrappedMessageHandlingMember<T> {

        private Careful(MessageHandlingMember<T> original) {
            super(original);
        }

        @Override
        public Object handle(Message<?> message, T target) throws Exception {
            if (!Care.isDue()) return super.handle(message, target);
            DataSource source = dataSource.getObject();
            Connection connection = DataSourceUtils.getConnection(source);
            try {
                return behind(connection.setSavepoint(), connection, message, target);
            } finally {
                DataSourceUtils.releaseConnection(connection, source);
            }
        }

        private Object behind(Savepoint savepoint, Connection connection, Message<?> message, T target)
                throws Exception {
            try {
                Object result = super.handle(message, target);
                BatchedWrites.flushPending();
                connection.releaseSavepoint(savepoint);
                return result;
            } catch (Exception e) {
                BatchedWrites.dropPending();
                connection.rollback(savepoint);
                throw e;
            }
        }
    }
}
