package org.acides.hiboo.webui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.api.Processors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

class AdminWordsTest {

    @Test
    void everyWordIsInFrenchAndInEnglish() throws IOException {
        assertThat(words("webui-admin_fr").keySet())
                .isEqualTo(words("webui-admin").keySet());
    }

    @Test
    void everythingThatAScreenNamesHasItsWords() throws IOException {
        Properties words = words("webui-admin");
        for (ServiceState state : ServiceState.values()) assertThat(words).containsKey("service.state." + state);
        for (ProfilePolicy policy : ProfilePolicy.values())
            assertThat(words)
                    .containsKeys("policy." + policy, "policy." + policy + ".about", "policy." + policy + ".short");
        for (Role role : Role.values()) assertThat(words).containsKeys("role." + role, "actor.role." + role);
        for (Processors.State state : Processors.State.values())
            assertThat(words).containsKey("processor.state." + state);
        for (String method : OidcClient.AUTHENTICATION_METHODS)
            assertThat(words).containsKey("client.method." + method);
        for (String grant : OidcClient.GRANT_TYPES) assertThat(words).containsKey("client.grant." + grant);
    }

    @Test
    void everyEventThatPeopleMayReadOfHasPlainWords() throws IOException {
        Properties words = words("webui-admin");
        words.putAll(words("webui-captcha"));
        assertThat(annotated(
                        EventName.class,
                        "org.acides.hiboo.catalog.api",
                        "org.acides.hiboo.identity.api",
                        "org.acides.hiboo.captcha.api"))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(words)
                        .containsKey(
                                "event." + event.getAnnotation(EventName.class).value()));
    }

    @Test
    void onlyAdminsOpenTheAdministrationAndAuditorsItsHistory() {
        Map<String, Set<String>> roles = new HashMap<>();
        annotated(Route.class, "org.acides.hiboo.webui").forEach(view -> {
            RolesAllowed allowed = view.getAnnotation(RolesAllowed.class);
            String route = view.getAnnotation(Route.class).value();
            if (route.startsWith("admin")) roles.put(route, allowed == null ? Set.of() : Set.of(allowed.value()));
        });
        assertThat(roles.remove("admin/history")).containsExactlyInAnyOrder("ADMIN", "AUDITOR");
        assertThat(roles).hasSizeGreaterThanOrEqualTo(7);
        assertThat(roles.values()).allMatch(Set.of("ADMIN")::equals);
    }

    private static Stream<Class<?>> annotated(Class<? extends java.lang.annotation.Annotation> by, String... packages) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(by));
        return Stream.of(packages)
                .flatMap(each -> scanner.findCandidateComponents(each).stream())
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(name, null));
    }

    private static Properties words(String bundle) throws IOException {
        Properties words = new Properties();
        try (Reader text = new InputStreamReader(
                new ClassPathResource("messages/" + bundle + ".properties").getInputStream(), StandardCharsets.UTF_8)) {
            words.load(text);
        }
        return words;
    }
}
