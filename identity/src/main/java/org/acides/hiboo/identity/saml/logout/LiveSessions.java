package org.acides.hiboo.identity.saml.logout;

import java.util.List;
import java.util.UUID;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.events.ProfileDeleted;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.acides.hiboo.identity.session.SessionsEnded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which profile is signed in where. A row ends with its session, in the same transaction. It is found by what the session
 * is called at the service, which nobody can tell from the session without our key.
 */
@Component
@ProcessingGroup("lookup.identity.saml-session")
public class LiveSessions {

    private final JdbcClient jdbc;
    private final OwnerLinks owners;
    private final Subjects subjects;

    LiveSessions(JdbcClient jdbc, OwnerLinks owners, Subjects subjects) {
        this.jdbc = jdbc;
        this.owners = owners;
        this.subjects = subjects;
    }

    /**
     * A browser is signed in to a service as one profile at a time: the last.
     *
     * @param format of the name that the service knows the profile by
     */
    public void begin(SignedIn who, ServiceRef service, ProfileId profile, String format) {
        end(who.session(), owners.profilesOf(who.account(), service));
        jdbc.sql("INSERT INTO identity.saml_session (session_index, service_id, profile_id, name_format)"
                        + " VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (session_index) DO UPDATE SET name_format = EXCLUDED.name_format")
                .param(subjects.session(who.session(), profile))
                .param(service.value())
                .param(profile.value())
                .param(format)
                .update();
    }

    /** Where the browser has to be signed out: service providers that can be told. */
    List<Leg> of(SignedIn who) {
        return jdbc.sql("SELECT s.service_id, s.profile_id, s.name_format FROM identity.saml_session s"
                        + " JOIN identity.saml_provider p ON p.service_id = s.service_id"
                        + " WHERE s.session_index = ANY(?) AND jsonb_typeof(p.definition -> 'logout') = 'object'"
                        + " ORDER BY s.service_id")
                .param(indexes(who.session(), owners.profilesOf(who.account())))
                .query((row, number) ->
                        new Leg(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)))
                .list();
    }

    private void end(SessionId session, List<ProfileId> profiles) {
        jdbc.sql("DELETE FROM identity.saml_session WHERE session_index = ANY(?)")
                .param(indexes(session, profiles))
                .update();
    }

    private String[] indexes(SessionId session, List<ProfileId> profiles) {
        return profiles.stream()
                .map(profile -> subjects.session(session, profile))
                .toArray(String[]::new);
    }

    @EventListener
    void on(SessionsEnded event) {
        List<ProfileId> profiles = owners.profilesOf(event.account());
        event.sessions().forEach(session -> end(session, profiles));
    }

    @EventHandler
    void on(ProfileDeleted event) {
        jdbc.sql("DELETE FROM identity.saml_session WHERE profile_id = ?")
                .param(event.profileId().value())
                .update();
    }

    @EventHandler
    void on(ServiceRetired event) {
        jdbc.sql("DELETE FROM identity.saml_session WHERE service_id = ?")
                .param(event.serviceId().value())
                .update();
    }
}
