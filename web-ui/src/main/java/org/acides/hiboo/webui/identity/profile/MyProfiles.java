package org.acides.hiboo.webui.identity.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.queries.FindService;
import org.acides.hiboo.catalog.api.queries.FindServices;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.catalog.api.queries.ServiceRow;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.AnswerContest;
import org.acides.hiboo.identity.api.commands.ConfirmTransfer;
import org.acides.hiboo.identity.api.commands.CreateProfile;
import org.acides.hiboo.identity.api.commands.DeleteProfile;
import org.acides.hiboo.identity.api.commands.EscapeProfile;
import org.acides.hiboo.identity.api.commands.ForgetProfileChoice;
import org.acides.hiboo.identity.api.commands.LeaveService;
import org.acides.hiboo.identity.api.commands.OfferProfile;
import org.acides.hiboo.identity.api.commands.RenameProfile;
import org.acides.hiboo.identity.api.commands.RequestProfile;
import org.acides.hiboo.identity.api.commands.SilenceAlias;
import org.acides.hiboo.identity.api.commands.UndoProfileDeletion;
import org.acides.hiboo.identity.api.commands.WantProfile;
import org.acides.hiboo.identity.api.commands.WithdrawOffer;
import org.acides.hiboo.identity.api.commands.WithdrawProfileRequest;
import org.acides.hiboo.identity.api.queries.FindClaimableServices;
import org.acides.hiboo.identity.api.queries.FindKnownOfMe;
import org.acides.hiboo.identity.api.queries.FindMyContests;
import org.acides.hiboo.identity.api.queries.FindMyProfiles;
import org.acides.hiboo.identity.api.queries.KnownOfMe;
import org.acides.hiboo.identity.api.queries.MyContest;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.security.Me;
import org.springframework.stereotype.Component;

/** What a member sees of their profiles and does with them, always as the one who asks. */
@Component
class MyProfiles {

    private final Answers answers;
    private final Commands commands;

    MyProfiles(Answers answers, Commands commands) {
        this.answers = answers;
        this.commands = commands;
    }

    /** By service, in the order in which identity names them. */
    List<MyService> list() {
        Map<ServiceRef, List<MyProfile>> byService =
                answers.all(new FindMyProfiles(Me.now().account()), MyProfile.class).stream()
                        .collect(Collectors.groupingBy(
                                MyProfile::service, LinkedHashMap::new, Collectors.toUnmodifiableList()));
        return byService.entrySet().stream()
                .flatMap(
                        one -> find(new ServiceId(one.getKey().value()))
                                .map(service -> new MyService(service, one.getValue()))
                                .stream())
                .toList();
    }

    /** A page of the open services whose name, short name or category holds the text. */
    List<ServiceRow> openServices(String text, int offset, int limit) {
        return answers.all(new FindServices(text, ServiceState.OPEN, offset, limit), ServiceRow.class);
    }

    Optional<ServiceDetails> find(ServiceId service) {
        return answers.find(new FindService(service), ServiceDetails.class);
    }

    /** Services with old accounts that wait for their members. */
    List<ServiceDetails> claimable() {
        return answers.all(new FindClaimableServices(), ServiceRef.class).stream()
                .flatMap(service -> find(new ServiceId(service.value())).stream())
                .filter(service -> service.state() != ServiceState.RETIRED)
                .toList();
    }

    /** @param fresh the same each time that one form is sent, so that a form sent twice makes one profile */
    void create(ProfileId fresh, ServiceId service, String username) {
        commands.send(
                new CreateProfile(
                        fresh, new ServiceRef(service.value()), Me.now().account(), username),
                itself(fresh));
    }

    /** @param fresh the same each time that one form is sent, so that a form sent twice is one request */
    void request(ProfileId fresh, ServiceId service, String username, String message) {
        ServiceRef asked = new ServiceRef(service.value());
        commands.send(new RequestProfile(fresh, asked, Me.now().account(), username, message), itself(fresh));
    }

    void withdraw(ProfileId profile) {
        commands.send(new WithdrawProfileRequest(profile, Me.now().account()), itself(profile));
    }

    void rename(ProfileId profile, String username) {
        commands.send(new RenameProfile(profile, Me.now().account(), username), itself(profile));
    }

    void delete(ProfileId profile) {
        commands.send(new DeleteProfile(profile, Me.now().account()), itself(profile));
    }

    void undoDeletion(ProfileId profile) {
        commands.send(new UndoProfileDeletion(profile, Me.now().account()), itself(profile));
    }

    Optional<KnownOfMe> known(ProfileId profile) {
        return answers.find(new FindKnownOfMe(Me.now().account(), profile), KnownOfMe.class);
    }

    void leave(ProfileId profile) {
        commands.send(new LeaveService(profile, Me.now().account()), itself(profile));
    }

    void silence(ProfileId profile) {
        commands.send(new SilenceAlias(profile, Me.now().account()), itself(profile));
    }

    /** Answers the code. */
    String offer(ProfileId profile) {
        return commands.send(new OfferProfile(profile, Me.now().account()), itself(profile));
    }

    void withdrawOffer(ProfileId profile) {
        commands.send(new WithdrawOffer(profile, Me.now().account()), itself(profile));
    }

    void want(String code) {
        commands.send(new WantProfile(code, Me.now().account()), Me.now().asMember());
    }

    void confirmTransfer(ProfileId profile, String password) {
        SignedIn me = Me.now();
        commands.send(new ConfirmTransfer(profile, me.account(), me.session(), password), itself(profile));
    }

    void escape(ProfileId old, ProfileId fresh, String username, String password) {
        SignedIn me = Me.now();
        commands.send(new EscapeProfile(old, fresh, me.account(), username, me.session(), password), itself(fresh));
    }

    /** How contested claims stand in which the member is a side. */
    List<MyContest> contests() {
        return answers.all(new FindMyContests(Me.now().account()), MyContest.class);
    }

    /** For those that no row of a profile tells of. */
    List<ContestNote> contestNotes() {
        return contests().stream()
                .filter(contest -> !contest.claimedByMe() || contest.outcome() != null)
                .flatMap(contest -> find(new ServiceId(contest.service().value()))
                        .map(service ->
                                new ContestNote(contest, service.description().name()))
                        .stream())
                .toList();
    }

    /** What the member said about a contested profile of theirs; empty when they did not. */
    String saidOf(ProfileId profile) {
        return contests().stream()
                .filter(contest -> contest.profileId().equals(profile))
                .map(MyContest::said)
                .findFirst()
                .orElse("");
    }

    void answerContest(ProfileId profile, String statement) {
        commands.send(new AnswerContest(profile, Me.now().account(), statement), itself(profile));
    }

    void askAgain(ServiceRef service) {
        commands.send(
                new ForgetProfileChoice(Me.now().account(), service), Me.now().asMember());
    }

    /** A profile acts as itself: its history never names whose it is. */
    private static Actor itself(ProfileId profile) {
        return new Actor(profile.toString(), Role.MEMBER.name());
    }
}
