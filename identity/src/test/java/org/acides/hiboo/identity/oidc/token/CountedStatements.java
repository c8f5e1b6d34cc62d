package org.acides.hiboo.identity.oidc.token;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.context.request.RequestContextHolder;

/** Lists the statements that are sent to the database about what the provider keeps. */
@TestConfiguration(proxyBeanMethods = false)
class CountedStatements {

    static final List<String> SENT = new CopyOnWriteArrayList<>();

    @Bean
    static BeanPostProcessor counting() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? counted(DataSource.class, source) : bean;
            }
        };
    }

    private static Object counted(Class<?> type, Object target) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement") && arguments[0] instanceof String sql) note(sql);
            Object answer = call(target, method, arguments);
            return method.getName().equals("getConnection") ? counted(Connection.class, answer) : answer;
        });
    }

    private static void note(String sql) {
        // Work that recurs sends its own.
        boolean asked = RequestContextHolder.getRequestAttributes() != null;
        if (asked && (sql.contains("identity.oidc") || sql.contains("identity.profile"))) SENT.add(sql);
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
