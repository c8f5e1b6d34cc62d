package org.acides.hiboo.identity.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** What stands around every plain page. */
@ControllerAdvice(basePackages = "org.acides.hiboo.identity", assignableTypes = ErrorController.class)
class Frame {

    /** What a page needs to be shown again in the other language. */
    private static final List<String> KEPT = List.of(
            "service",
            "continue",
            "again",
            "hint",
            "invitation",
            "sent",
            "done",
            "out",
            "user_code",
            "picked",
            "for",
            "with",
            "why");

    /** @param elsewhere the same page in the other language, or null where it cannot be asked for again */
    public record Around(@Nullable String elsewhere, String otherLanguage) {}

    @ModelAttribute("frame")
    Around around(HttpServletRequest request, Locale locale) {
        String other = locale.getLanguage().equals("fr") ? "en" : "fr";
        if (request.getDispatcherType() == DispatcherType.ERROR) return new Around(null, other);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(request.getRequestURI());
        for (String name : KEPT) {
            String value = request.getParameter(name);
            if (value != null && value.length() <= 8000) address.queryParam(name, "{" + name + "}");
        }
        String[] values = KEPT.stream()
                .map(request::getParameter)
                .filter(value -> value != null && value.length() <= 8000)
                .toArray(String[]::new);
        return new Around(
                address.queryParam("lang", other)
                        .encode()
                        .buildAndExpand((Object[]) values)
                        .toUriString(),
                other);
    }
}
