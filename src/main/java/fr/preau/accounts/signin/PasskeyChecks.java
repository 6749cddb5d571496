package fr.preau.accounts.signin;

import com.webauthn4j.util.exception.WebAuthnException;
import fr.preau.accounts.AccountRecord;
import fr.preau.base.PublicAddress;
import fr.preau.base.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks passkeys and checks their answers, through Spring Security. The challenge is made from the ticket's id and the
 * installation's secret, as all our tokens: nothing waits in a session. A key must always have made sure of its owner
 * (finger, face, code of the device): that is what makes it two factors in one.
 */
@Component
class PasskeyChecks {

    /** A generous answer; a longer one is none of a browser's. */
    private static final int LONGEST_ANSWER = 20_000;
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> SIGNED = new TypeReference<>() { };
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE = new TypeReference<>() { };

    private final PasskeyCredentials credentials;
    private final Webauthn4JRelyingPartyOperations operations;
    private final PublicKeyCredentialRpEntity house;
    private final Keys keys;
    private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    PasskeyChecks(PasskeyCredentials credentials, PasskeyOwners owners, PublicAddress address, Keys keys,
                  Texts texts) {
        this.credentials = credentials;
        this.keys = keys;
        this.house = PublicKeyCredentialRpEntity.builder().id(address.host()).name(texts.say("base.name")).build();
        this.operations = new Webauthn4JRelyingPartyOperations(owners, credentials, house, Set.of(address.origin()));
    }

    /** The question to whichever passkey of ours the browser finds; it names no account. */
    String askToSign(UUID ticket) {
        return json.writeValueAsString(toSign(ticket));
    }

    /** The question to make a passkey for this account, on a device that has none for it yet. */
    String askToMake(UUID ticket, AccountRecord owner) {
        return json.writeValueAsString(toMake(ticket, owner));
    }

    /** Whose passkey has signed; nothing when the answer is not the one to this question. */
    Optional<UUID> signer(UUID ticket, String answer) {
        return checked(answer, SIGNED, signed -> {
            var owner = operations.authenticate(new RelyingPartyAuthenticationRequest(toSign(ticket), signed)).getId();
            var said = signed.getResponse().getUserHandle();
            return said == null || said.equals(owner) ? PasskeyOwners.account(owner) : null;
        });
    }

    /** Keeps the new passkey; false when the answer is not the one to this question, or the key is known already. */
    boolean keep(UUID ticket, AccountRecord owner, String answer, String name) {
        return checked(answer, MADE, made -> made.getResponse().getAttestationObject().getBytes().length > Passkey.LONGEST_ATTESTATION ? null
                : operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(toMake(ticket, owner),
                        new RelyingPartyPublicKey(made, name)))).isPresent();
    }

    private PublicKeyCredentialRequestOptions toSign(UUID ticket) {
        return PublicKeyCredentialRequestOptions.builder().challenge(challenge(ticket)).rpId(house.getId()).timeout(patience())
                .userVerification(UserVerificationRequirement.REQUIRED).allowCredentials(List.of()).build();
    }

    private PublicKeyCredentialCreationOptions toMake(UUID ticket, AccountRecord owner) {
        var known = credentials.findByUserId(PasskeyOwners.handle(owner.id())).stream()
                .map(one -> PublicKeyCredentialDescriptor.builder().id(one.getCredentialId()).transports(one.getTransports()).build()).toList();
        return PublicKeyCredentialCreationOptions.builder().challenge(challenge(ticket)).rp(house).user(PasskeyOwners.entity(owner))
                .pubKeyCredParams(PublicKeyCredentialParameters.EdDSA, PublicKeyCredentialParameters.ES256, PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder().residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED).build())
                .attestation(AttestationConveyancePreference.NONE).excludeCredentials(known).timeout(patience()).build();
    }

    private Bytes challenge(UUID ticket) {
        return new Bytes(keys.mac("passkey", ticket.toString()));
    }

    private static Duration patience() {
        return SignInTicket.LIFE.dividedBy(2);
    }

    /** Whatever a stranger sends is an answer that does not fit, not a bug. */
    private <R extends AuthenticatorResponse, T> Optional<T> checked(String answer, TypeReference<PublicKeyCredential<R>> kind,
                                                                     Function<PublicKeyCredential<R>, @Nullable T> check) {
        if (answer.length() > LONGEST_ANSWER) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.readValue(answer, kind)).filter(PasskeyChecks::isWhole).map(check);
        } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(PublicKeyCredential<?> key) {
        return key.getId() != null && key.getRawId() != null && switch (key.getResponse()) {
            case AuthenticatorAssertionResponse signed -> Stream.of(signed.getClientDataJSON(), signed.getAuthenticatorData(), signed.getSignature())
                    .allMatch(Objects::nonNull);
            case AuthenticatorAttestationResponse made -> Stream.of(made.getClientDataJSON(), made.getAttestationObject()).allMatch(Objects::nonNull);
            case null, default -> false;
        };
    }
}
