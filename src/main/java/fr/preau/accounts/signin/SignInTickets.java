package fr.preau.accounts.signin;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The ways in that have been asked for lately. */
interface SignInTickets extends Repository<SignInTicket, UUID> {

    SignInTicket save(SignInTicket ticket);

    Optional<SignInTicket> findById(UUID id);

    /** Two who come with the same ticket come one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from SignInTicket t where t.id = :id")
    Optional<SignInTicket> lock(UUID id);

    /** The codes that people of this name may use now. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from SignInTicket t where t.nameHash = :name and t.expiresAt > :now and t.usedAt is null order by t.id")
    List<SignInTicket> lockCodesOf(String name, Instant now);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from SignInTicket t where t.accountId = :account and t.kind = fr.preau.accounts.signin.SignInTicket$Kind.DESK_CODE and t.expiresAt > :now and t.usedAt is null")
    List<SignInTicket> lockCodesOfAccount(UUID account, Instant now);

    @Modifying
    @Query("delete from SignInTicket t where t.expiresAt < :before")
    int forget(Instant before);
}
