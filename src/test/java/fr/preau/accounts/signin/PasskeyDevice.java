package fr.preau.accounts.signin;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device with one passkey, as a browser would speak for it; each of its habits may be a bad one. */
public final class PasskeyDevice {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int NEW_KEY = 0x40;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final byte[] id = ByteBuffer.allocate(16).putLong(UUID.randomUUID().getMostSignificantBits()).putLong(7).array();
    private final KeyPair pair;
    private String origin;
    private String host;
    private boolean verifies = true;
    private int count;
    private String owner = "";

    public PasskeyDevice(String origin) {
        this.origin = origin;
        this.host = URI.create(origin).getHost();
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A page of another site asks. */
    PasskeyDevice at(String elsewhere) {
        origin = elsewhere;
        return this;
    }

    /** The key was made for another house. */
    PasskeyDevice madeFor(String other) {
        host = other;
        return this;
    }

    /** Whoever holds it may use it. */
    PasskeyDevice withoutAskingItsOwner() {
        verifies = false;
        return this;
    }

    /** A copy of the device, from before. */
    PasskeyDevice countingFrom(int signatures) {
        count = signatures;
        return this;
    }

    /** Says that the key is another one's. */
    PasskeyDevice sayingItIsOf(UUID account) {
        owner = PasskeyOwners.handle(account).toBase64UrlString();
        return this;
    }

    public String make(PasskeyQuestion question) {
        var asked = JSON.readTree(question.options());
        owner = asked.get("user").get("id").asString();
        var key = (ECPublicKey) pair.getPublic();
        byte[] cose = join(new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21}, cbor(coordinate(key.getW().getAffineX())),
                new byte[] {0x22}, cbor(coordinate(key.getW().getAffineY())));
        byte[] data = join(data(NEW_KEY), new byte[16], new byte[] {0, (byte) id.length}, id, cose);
        byte[] attestation = join(new byte[] {(byte) 0xA3}, word("fmt"), word("none"), word("attStmt"), new byte[] {(byte) 0xA0}, word("authData"), cbor(data));
        return answer("\"clientDataJSON\":\"" + text(said("webauthn.create", asked)) + "\",\"attestationObject\":\"" + text(attestation)
                + "\",\"transports\":[\"internal\"]");
    }

    public String sign(PasskeyQuestion question) {
        byte[] said = said("webauthn.get", JSON.readTree(question.options()));
        count++;
        byte[] data = data(0);
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(join(data, MessageDigest.getInstance("SHA-256").digest(said)));
            return answer("\"clientDataJSON\":\"" + text(said) + "\",\"authenticatorData\":\"" + text(data)
                    + "\",\"signature\":\"" + text(signature.sign()) + "\",\"userHandle\":\"" + owner + "\"");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String answer(String response) {
        return "{\"id\":\"" + text(id) + "\",\"rawId\":\"" + text(id) + "\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{" + response + "}}";
    }

    private byte[] said(String what, JsonNode asked) {
        return ("{\"type\":\"" + what + "\",\"challenge\":\"" + asked.get("challenge").asString() + "\",\"origin\":\"" + origin
                + "\",\"crossOrigin\":false}").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(int more) {
        try {
            byte[] house = MessageDigest.getInstance("SHA-256").digest(host.getBytes(StandardCharsets.UTF_8));
            return join(house, new byte[] {(byte) (PRESENT | (verifies ? VERIFIED : 0) | more)}, ByteBuffer.allocate(4).putInt(count).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] whole = new byte[32];
        int from = Math.max(0, bytes.length - 32);
        System.arraycopy(bytes, from, whole, 32 - (bytes.length - from), bytes.length - from);
        return whole;
    }

    private static byte[] word(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return join(new byte[] {(byte) (0x60 + bytes.length)}, bytes);
    }

    private static byte[] cbor(byte[] bytes) {
        return join(bytes.length < 256 ? new byte[] {0x58, (byte) bytes.length} : new byte[] {0x59, (byte) (bytes.length >> 8), (byte) bytes.length}, bytes);
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
