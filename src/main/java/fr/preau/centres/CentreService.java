package fr.preau.centres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.preau.base.AllowedTo;
import fr.preau.base.CurrentCentre;
import fr.preau.base.FederationWide;
import fr.preau.base.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells which centres there are. Centres change a few times a year and are read on every page: they are remembered for a minute. */
@Service
@FederationWide
@Transactional(readOnly = true)
public class CentreService {

    private final Centres centres;
    private final Federations federations;
    private final Cache<String, CentreRecord> bySlug = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1)).maximumSize(1000).build();
    private final Cache<UUID, CentreRecord> byId = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1)).maximumSize(1000).build();

    CentreService(Centres centres, Federations federations) {
        this.centres = centres;
        this.federations = federations;
    }

    /** The centres of the federation by name. A federation has some tens of them at most. */
    @AllowedTo(Role.ANYONE)
    public List<CentreRecord> all() {
        return centres.findAllByOrderByName().stream().map(Centre::toRecord).toList();
    }

    @AllowedTo(Role.ANYONE)
    public Optional<CentreRecord> findBySlug(String slug) {
        return Optional.ofNullable(bySlug.get(slug, s -> centres.findBySlug(s).map(Centre::toRecord).orElse(null)));
    }

    @AllowedTo(Role.ANYONE)
    public Optional<CentreRecord> find(UUID id) {
        return Optional.ofNullable(byId.get(id, i -> centres.findById(i).map(Centre::toRecord).orElse(null)));
    }

    /**
     * The centre that the current work is for.
     *
     * @throws fr.preau.base.NoCentreException when none is set
     */
    @AllowedTo(Role.ANYONE)
    public CentreRecord current() {
        return find(CurrentCentre.require()).orElseThrow();
    }

    /** The federation's name, before there is one: nothing. */
    @AllowedTo(Role.ANYONE)
    public Optional<String> federationName() {
        return federations.findFirstByOrderByName().map(Federation::name);
    }

    /** The federation, once there is one. */
    @AllowedTo(Role.THE_HOUSE)
    public Optional<UUID> federation() {
        return federations.findFirstByOrderByName().map(Federation::id);
    }

    /** Three letters that no centre has yet, like those of its name: they begin the codes that people are given. */
    @AllowedTo(Role.THE_HOUSE)
    public String freeCode(String name) {
        return CentreCode.like(name).filter(code -> !centres.existsByCode(code)).findFirst().orElseThrow();
    }

    /** The federation of this name, founded now if there is none yet. */
    @AllowedTo(Role.THE_HOUSE)
    @Transactional
    public UUID foundFederation(String name) {
        return federations.findByName(name).orElseGet(() -> federations.save(new Federation(name))).id();
    }

    /**
     * Changes what a centre is called and how it is found, if it is still as the caller thinks; says how it stands now.
     *
     * @param asExpected compared under the centre's lock
     */
    @AllowedTo(Role.THE_HOUSE)
    @Transactional
    public CentreRecord rewrite(UUID id, Predicate<CentreRecord> asExpected, String name, String shortName, Contact contact, HolidayZone zone) {
        var centre = centres.lock(id).orElseThrow();
        if (asExpected.test(centre.toRecord())) {
            centre.rewrite(name, shortName, contact, zone);
            TransactionSynchronizationManager.registerSynchronization(new Forgetting());
        }
        return centre.toRecord();
    }

    /** Opens a centre in the federation. */
    @AllowedTo(Role.THE_HOUSE)
    @Transactional
    public CentreRecord open(Centre centre) {
        return centres.save(centre).toRecord();
    }

    /** Once the change can be read, and before the copies of pages go, which would be made again from what is remembered here. */
    private final class Forgetting implements TransactionSynchronization {

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            bySlug.invalidateAll();
            byId.invalidateAll();
        }
    }
}
