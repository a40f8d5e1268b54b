namespace Throughline.Benchmarks.Language;

/// <summary>
/// Verbs of plain English in schools and offices that no published plan had to show first. A verb that is missing takes measure,
/// population and type with it, so the lists are broad; a word that is as often an adjective ("mean", "last", "open") is left out.
/// </summary>
internal static partial class Lexicon
{
    /// <summary>Over once done: decided, sent, bought, put on paper.</summary>
    private const string MoreActVerbs =
        "acquire allocate amend announce appoint approve archive arrange author authorize budget cancel catalog codify commission compose configure consult coordinate "
        + "co-create co-develop co-author crosswalk decide define delegate designate determine digitize dispatch download enlist formalize formulate furnish inspect institute invest "
        + "itemize laminate lobby negotiate notify orient outline overhaul petition postpone prioritize procure propose ratify reconcile refer relocate renovate repair reserve "
        + "retrain retool reschedule resubmit re-enter schedule script secure solicit streamline subscribe summon tabulate transcribe unveil vet waive confer "
        + "summarise finalise scrutinize scrutinise dissect disaggregate synthesise unwrap backward-map backward-plan pre-plan preplan pre-register "
        + "re-register recommission repurpose restock staple stock tag back-map mail print proctor rsvp interview attach assign e-mail text-message orientate explore strategize pilot fund roll";

    /// <summary>Done with students or by them, kept up, or a state that comes about.</summary>
    private const string MoreVerbs =
        "abide abandon abolish absorb accept accommodate accompany accomplish accrue accumulate achieve activate adapt add administer admit advise affirm afford allow alleviate amplify "
        + "animate anticipate apologize appear appreciate approximate arrive ascend assert assist assume assure attain attract audition augment automate avert avoid await "
        + "behave belong bolster borrow broaden buffer bypass calculate capitalize cease characterize chew circumvent clap clarify classify climb coax collaborate collapse combine "
        + "compel compete comply comprehend compute concentrate conceptualize confront consider consist constitute construct consume contemplate contend contextualize converse convert "
        + "co-regulate cope correlate counsel counteract craft cross-check cultivate curate curb customize dare decipher decompose decorate dedicate deduce de-escalate deescalate define delete "
        + "delve depart depend depict derive describe deserve detect deter devote diagnose dictate differ diminish discern discourage discover disengage dismiss dispel disrupt distinguish "
        + "diversify divide double-check edit educate elaborate elevate elicit embody embrace emerge emphasize empower enact encounter encourage endorse enforce enlarge enlighten "
        + "enliven enrich entail enunciate equip escalate establish evoke evolve excel exclude execute exist expect expedite experiment explore expose express extend extract fade familiarize "
        + "fare fast-track flex flip flourish fluctuate forge formulate frequent fulfill fulfil gesture glean govern grapple grasp guess harness heed hinder hone hypothesize ignite ignore illustrate "
        + "imagine imitate impart impede impose impress improvise incentivize individualize infuse inhibit initiate inject innovate inquire insert insist inspire instill instruct "
        + "intensify interact interject interleave interpret intervene interweave investigate isolate iterate justify juggle laugh leverage listen locate loop maximize mediate memorize "
        + "mimic minimize mitigate mix mobilize moderate modify motivate multiply narrate navigate neglect nod normalize nurture obey observe offset omit operate optimize orchestrate outgrow "
        + "outpace outperform outscore overcome overlap oversee owe paint participate perceive permit persevere personalize persuade pinpoint populate portray possess pre-correct pre-teach precede "
        + "preteach prefer preserve preside presume prevail proceed procrastinate prolong pronounce proofread propel prove pursue quantify quicken quiet rally ramp react "
        + "read realize rearrange reason reassess reassure rebound recall recap recharge recite recognise recommend reconnect reconsider reconstruct recreate recur rediscover redouble refocus refrain reframe refresh regain "
        + "register reinforce reinvest reject rejoin relate relax relearn relinquish rely remain remember remind remove render reorganize repair repeat replace replicate represent reproduce resemble resist "
        + "respond restart restrict restructure resume retake retest retry retrieve reunite reverse reword rotate safeguard satisfy score seat seize self-monitor self-regulate self-report self-advocate self-correct separate settle sharpen shelter shorten "
        + "showcase simplify simulate sit situate skim skip smile soar solidify sort specialize specify speed spiral stabilize stagger stand stimulate subitize substantiate succeed suffer suggest supervise "
        + "supplement suppress surface surge survive suspend sustain swipe synthesize tackle tailor talk taper thank think-aloud thrive tighten tolerate transform transition translate triangulate trim triple "
        + "troubleshoot tune uncover undergo underline undertake unify unite unlock unpack uphold utter vary verbalize vet visualize volunteer vote warn withdraw withhold wonder worry wrap zero";

    /// <summary>As often a noun as a verb; a neighbour has to say which.</summary>
    private const string MoreVerbsAlsoNouns =
        "access account aid alert anchor approach award balance base bid block brief bridge broadcast care catch cause center champion change channel charge chunk circle clip cluster code color command commute concern "
        + "condition control cost counsel counter cycle damage deal debate delay demand desire detail diagram dialogue discipline dispute doubt drill drive echo edit effort estimate exchange excuse exercise exit experience "
        + "experiment fight figure file filter finger fire fish flow forecast format frame fuel function gauge grant graph greet guarantee guard guide harm head help hike honor house impact influence initial input intent interest issue "
        + "journal journey judge label lack lag license limit line link list lock lunch mask master matter mentor merit mirror monitor name network nudge object offer outline overlap pace pack pattern permit phase picture "
        + "pitch place plot point position praise presence press process profile program project promise propose protest purchase push quote race raise range recess reference reform refund regard regret release remedy "
        + "repeat request research respect rest retreat return review ride risk role room root round route rule schedule seal search season seat seed sequence shadow shape shelter sign signal sketch skill source space spark "
        + "split sponsor staff stage stall star state station stem stop strain stream stress stretch strike string structure struggle study subject substitute supplement supply survey switch talk tally task taste team test "
        + "thread tie time sweep stand break feed shake bet bid lead touch tour trace train transport travel treat trend triage trust tune tutor type update upgrade view vote walk warrant waste watch witness worry yield";

    /// <summary>Forms that no rule of spelling builds.</summary>
    private const string MoreIrregular =
        "arise arose arisen; bear bore; bind bound; break broke broken; bring brought; *buy bought; catch caught; deal dealt; dig dug digging; drive drove driven; eat ate eaten; "
        + "feed fed; fight fought; forget forgot forgotten; hang hung; hide hid hidden; lend lent; lose lost; overcome overcame; oversee oversaw overseen; *pay paid; prove proven; "
        + "quit; *rewrite rewrote rewritten; ride rode ridden; seek sought; sell sold; shake shook shaken; sing sang sung; sit sat; spend spent; split splitting; stand stood; "
        + "stick stuck; strive strove striven; sweep swept; throw threw thrown; undergo underwent undergone; understand understood; undertake undertook undertaken; uphold upheld; wear wore worn; "
        + "withdraw withdrew withdrawn; withhold withheld; outgrow outgrew outgrown; reteach retaught; rebuild rebuilt; *redo redid redone; shrink shrank shrunk; hear heard; win winning; "
        + "reset; bet; bid; cost; reread; retake retook retaken; mean meant; foresee foresaw foreseen; swim swam; co-teach co-taught; pre-teach pre-taught; preteach pretaught";

    /// <summary>Verbs whose last letter doubles before "-ing" and "-ed".</summary>
    private const string Doubled =
        "plan map tap drop step log chat submit jot cut set put hit let run get begin spot commit admit permit equip stop skip trim flip dig clap nod refer prefer infer confer "
        + "transfer defer deter control scan swap flag snap plot program overlap grab format vet regret ban forget pin quit slip tip plug allot omit emit outfit transmit sit split "
        + "wrap unwrap tag excel compel propel dispel pre-plan preplan backward-plan co-plan win skim rebut recap recur chip spin shop upset reset backward-map re-plan";
}
