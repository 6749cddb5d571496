package fr.preau.accounts.signin;

import fr.preau.base.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

/** A key that lies in a phone, a computer or a stick of somebody of the staff and signs there. Here is only its public half. */
@Entity
class Passkey {

    static final int LONGEST_NAME = 60;
    static final int LONGEST_ATTESTATION = 4_000;

    @Id
    private UUID id;
    private UUID accountId;
    private String name;
    private byte[] credentialId;
    private byte[] publicKey;
    private byte[] attestation;
    private long signCount;
    private boolean verified;
    private boolean backupEligible;
    private boolean backedUp;
    private String transports;
    private Instant madeAt;
    private @Nullable Instant usedAt;
    @Version
    private int version;

    protected Passkey() {
    }

    /** What Spring Security has checked. */
    Passkey(UUID account, CredentialRecord checked, Instant now) {
        this.id = Ids.next();
        this.accountId = account;
        this.name = checked.getLabel();
        this.credentialId = checked.getCredentialId().getBytes();
        this.publicKey = checked.getPublicKey().getBytes();
        this.attestation = Optional.ofNullable(checked.getAttestationObject()).orElseThrow().getBytes();
        this.signCount = checked.getSignatureCount();
        this.verified = checked.isUvInitialized();
        this.backupEligible = checked.isBackupEligible();
        this.backedUp = checked.isBackupState();
        this.transports = checked.getTransports().stream().map(AuthenticatorTransport::getValue).sorted().collect(Collectors.joining(","));
        this.madeAt = now;
    }

    /** It has signed; a key that counts its signatures counts on from here. */
    void use(long signatures, Instant now) {
        signCount = signatures;
        usedAt = now;
    }

    CredentialRecord toCredential() {
        return ImmutableCredentialRecord.builder().credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(credentialId)).userEntityUserId(PasskeyOwners.handle(accountId))
                .publicKey(new ImmutablePublicKeyCose(publicKey)).attestationObject(new Bytes(attestation))
                .signatureCount(signCount).uvInitialized(verified).backupEligible(backupEligible).backupState(backedUp)
                .transports(Arrays.stream(transports.split(",")).filter(one -> !one.isEmpty()).map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .label(name).created(madeAt).lastUsed(usedAt == null ? madeAt : usedAt).build();
    }

    PasskeyRecord toRecord() {
        return new PasskeyRecord(id, name, madeAt, usedAt);
    }

    UUID id() {
        return id;
    }

    boolean isOf(UUID account) {
        return accountId.equals(account);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Passkey that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
