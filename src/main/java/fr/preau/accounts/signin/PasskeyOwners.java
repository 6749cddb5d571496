package fr.preau.accounts.signin;

import fr.preau.accounts.AccountRecord;
import fr.preau.accounts.AccountService;
import fr.preau.base.EmailAddress;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Names the owners of passkeys for Spring Security: they are our accounts, known by their id, and nothing else is stored of them. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private static final int ID = 16;

    private final AccountService accounts;

    PasskeyOwners(AccountService accounts) {
        this.accounts = accounts;
    }

    /** What a passkey says of its owner when it signs: the account's id, no name, no address. */
    static Bytes handle(UUID account) {
        return new Bytes(ByteBuffer.allocate(ID).putLong(account.getMostSignificantBits()).putLong(account.getLeastSignificantBits()).array());
    }

    /** @throws IllegalArgumentException when it is none of ours */
    static UUID account(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        if (bytes.remaining() != ID) {
            throw new IllegalArgumentException("Not an owner's handle");
        }
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return accounts.find(account(handle)).map(PasskeyOwners::entity).orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String account) {
        return accounts.find(UUID.fromString(account)).map(PasskeyOwners::entity).orElse(null);
    }

    /** Nothing to do: accounts are kept elsewhere. */
    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
    }

    /** Nothing to do: accounts are kept elsewhere. */
    @Override
    public void delete(Bytes handle) {
    }

    static PublicKeyCredentialUserEntity entity(AccountRecord account) {
        return ImmutablePublicKeyCredentialUserEntity.builder().id(handle(account.id()))
                .name(account.mail().map(EmailAddress::value).orElse(account.displayName())).displayName(account.displayName()).build();
    }
}
