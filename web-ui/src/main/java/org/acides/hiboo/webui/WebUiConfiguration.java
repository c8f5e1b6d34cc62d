package org.acides.hiboo.webui;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/**
 * The screens of every context; import it beside the contexts' own configurations. It takes from elsewhere a {@code
 * SecurityContextRepository} that says who is behind a request, as a {@code SignedIn}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableVaadin("org.acides.hiboo.webui")
@PropertySource("classpath:web-ui-defaults.properties")
public class WebUiConfiguration {}
