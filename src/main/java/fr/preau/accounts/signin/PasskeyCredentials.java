package fr.preau.accounts.signin;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Gives Spring Security its view of our passkeys; always within the transaction of {@link PasskeyService}. */
@Component
class PasskeyCredentials implements UserCredentialRepository {

    private final Passkeys passkeys;
    private final Clock clock;

    PasskeyCredentials(Passkeys passkeys, Clock clock) {
        this.passkeys = passkeys;
        this.clock = clock;
    }

    @Override
    public void save(CredentialRecord checked) {
        passkeys.lock(checked.getCredentialId().getBytes()).ifPresentOrElse(
                known -> known.use(checked.getSignatureCount(), clock.instant()),
                () -> passkeys.save(new Passkey(PasskeyOwners.account(checked.getUserEntityUserId()), checked, clock.instant())));
    }

    @Override
    public void delete(Bytes credential) {
        passkeys.lock(credential.getBytes()).ifPresent(passkeys::delete);
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return passkeys.lock(credential.getBytes()).map(Passkey::toCredential).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes owner) {
        return passkeys.findByAccountIdOrderById(PasskeyOwners.account(owner)).stream().map(Passkey::toCredential).toList();
    }
}
