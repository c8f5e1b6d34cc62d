package org.acides.hiboo.webui.i18n;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Speaks to each person in the language they chose, else in the first that their browser asks for and we have. */
@Component
public class LanguageChoice implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent start) {
        start.getSource().addSessionInitListener(session -> session.getSession().setLocale(of(session.getRequest())));
        start.addIndexHtmlRequestListener(page -> page.getDocument()
                .getElementsByTag("html")
                .attr("lang", of(page.getVaadinRequest()).getLanguage()));
    }

    private static Locale of(VaadinRequest request) {
        return Preference.read(request, Languages.COOKIE)
                .flatMap(Languages::named)
                .orElseGet(() -> Languages.wanted(asked(request)));
    }

    private static List<Locale> asked(VaadinRequest request) {
        return request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales());
    }

    /** Keeps the choice and draws the page again in that language. */
    public static void choose(Locale language) {
        Preference.keep(Languages.COOKIE, language.getLanguage());
        VaadinSession.getCurrent().setLocale(language);
        UI.getCurrent().getPage().reload();
    }
}
