package org.acides.hiboo.webui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import org.acides.hiboo.webui.i18n.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What an act that failed, or a screen that is gone, says to the person at it. */
@Component
class Faults implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final I18NProvider words;

    Faults(I18NProvider words) {
        this.words = words;
    }

    @Override
    public void serviceInit(ServiceInitEvent start) {
        start.getSource().setSystemMessagesProvider(this::messages);
        start.getSource().addSessionInitListener(opened -> answerFaults(opened.getSession()));
    }

    private static void answerFaults(VaadinSession session) {
        session.setErrorHandler(fault -> {
            LOG.error("an act on a screen failed", fault.getThrowable());
            Notices.refused(Words.of("error.fault.lead"));
        });
    }

    /** A screen that is gone is drawn anew at once; signing in, where that is over, comes by itself. */
    private SystemMessages messages(SystemMessagesInfo whom) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption(words.getTranslation("error.fault", whom.getLocale()));
        messages.setInternalErrorMessage(words.getTranslation("error.fault.reload", whom.getLocale()));
        messages.setCookiesDisabledCaption(words.getTranslation("error.cookies", whom.getLocale()));
        messages.setCookiesDisabledMessage(words.getTranslation("error.cookies.lead", whom.getLocale()));
        return messages;
    }
}
