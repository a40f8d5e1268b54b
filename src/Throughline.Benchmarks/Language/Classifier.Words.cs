namespace Throughline.Benchmarks.Language;

/// <summary>Words that tell the kinds apart. Source: the boundaries of the labelling guide, section 4, and the sample benchmarks.</summary>
internal sealed partial class Classifier
{
    /// <summary>Units that staff or students fill: what is seen in them is practice.</summary>
    private static readonly WordSet ClassUnits = Words.Set(
        "classroom classrooms class classes room rooms lab labs gyms ieps studio studios homeroom homerooms lesson lessons observation observations visit visits "
        + "walkthroughs agenda agendas minutes note notes plans notebooks notebook chunks routines tasks assignments period electives periods sessions moves");

    /// <summary>What staff write, whatever it says of students.</summary>
    private static readonly WordSet Papers = Words.Set("note notes plan plans agenda agendas minutes logs log");

    private static readonly WordSet Watched = Words.Set("observation observations visit visits walkthroughs");

    /// <summary>What students hand in: what it shows is theirs.</summary>
    private static readonly WordSet StudentWork = Words.Set("notebooks tickets slips essays pieces portfolios drafts discussions binders journals");

    private static readonly WordSet StudentDoers = Words.Set(
        "student students learner learners scholars pupils children critique reasoning peers newcomers notebooks talk share readers kids scholar writers");

    private static readonly WordSet TeacherDoers = Words.Set("teacher teachers staff adult adults instruction teaching tutors coaches co-planning");

    private static readonly WordSet Instruction = Words.Set("lessons lesson instruction implementation instructional rehearsed taught coaching");

    private static readonly WordSet Families = Words.Set("family families parent parents caregiver");

    private static readonly WordSet EventNouns = Words.Set("night nights forum forums event events workshop workshops");

    private static readonly WordSet Places = Words.Set("district districts school schools building buildings campus campuses academy center centers site sites office");

    private static readonly WordSet Acronyms = Words.Set("frp el els swd olds");

    private static readonly WordSet DataWords = Words.Set(
        "data dashboard plan plans support supports issue issues report reports log logs team teams work works letters form system routine lesson lessons pledge contract committee matters success goal goals");

    /// <summary>Words of results of students.</summary>
    private static readonly WordSet StudentResults = Words.Set(
        "proficient proficiency absenteeism absent attendance suspensions suspension graduation graduate graduating referrals score scores scoring scored "
        + "benchmark benchmarks growth pass passing gap failing percentage rate rates dropout tardy tardies standard standards index meet meets meeting exceed exceeding "
        + "enrollment novice absentee absences expulsions improvement progress proficiently mastery percentile typical projected targets credits "
        + "criteria advanced distinguished mip regents achieve achievement performance testing connected pathway earn surpass offered accumulation present know knows exit exits reclassified promoted");

    /// <summary>Instruments of learning, not of watching.</summary>
    private static readonly WordSet TestNouns = Words.Set(
        "test tests exam exams assessment assessments screener screeners probe probes quiz quizzes diagnostic map dibels nwea star iready orf acadience benchmark benchmarks fluency regents access wida");

    /// <summary>Words of answers people give about themselves.</summary>
    private static readonly WordSet Perceptions = Words.Set(
        "agree agreeing report reporting feel feeling believe believing favorable favorably belonging sense mark say rate rating choosing connected name trust safe included respect agency regulation answers opportunities responses respond responding");

    /// <summary>What students or staff do, however the sentence goes on.</summary>
    private static readonly WordSet Doing = Words.Set(
        "use using track chart charting act explain engage engaging set show showing write apply participate complete analyze review develop incorporate teach implement identify monitor "
        + "follow run plan facilitate adjust provide give make making discuss collaborate communicate assign handled built draw inform critique posting posted have draft");

    private static readonly WordSet Held = Words.Set("held done completed");

    private static readonly WordSet Gains = Words.Set("growth progress improvement gain gains mastery proficiency");

    private static readonly WordSet Documents = Words.Set("plan plans sheet sheets profile contract agreement");

    private static readonly WordSet Young = Words.Set("boys girls kids youth teens children males females");

    private static readonly WordSet PlcWords = Words.Set("plc department team pd");

    private static readonly WordSet Practising = Words.Set(
        "use uses using implement implements implementing teach teaches teaching engage engages engaging apply applying deliver delivering follow incorporate incorporates integrate "
        + "differentiate differentiating scaffold model modeling facilitate practice receive receives provide provided provides give post posting posted act acting explain chart charting show shows showing "
        + "keep keeping handled respond greet support supporting weave mark carrying tuned land showcase reflect name pick rate adhere put draw work works "
        + "demonstrate exhibit speak ask asking answer making embed align");

    /// <summary>Things that exist, took place or are in once done.</summary>
    private static readonly WordSet ActNouns = Words.Set(
        "training trainings trained plan plans goal goals sheet sheets meeting meetings meet protocol protocols night nights forum forums roundtable roundtables conference conferences "
        + "template templates sprint sprints write-ups ups visits notes schedule schedules agenda map project projects entries log logs survey surveys "
        + "workshop workshops session sessions pd cycle development roster rosters handbook calendar event events inventory round rounds prompts problems "
        + "agreements charter policy policies calendar committee team portfolio portfolios submissions row doc drop-ins ins council analysis "
        + "module modules compact handbooks form forms records certificates micro-credential credential application applications fafsa camp conversation conversations call calls letter letters newsletter "
        + "study studies dashboard tracker drive matrix circles walkthrough walkthroughs seminar retreat showcase showcases fair fairs");

    private static readonly WordSet PracticeNouns = Words.Set(
        "instruction instructional routine routines lesson lessons block blocks strategy strategies technique techniques practices curriculum curricula students "
        + "classroom classrooms intervention interventions support supports scaffold scaffolds frames questions talk rules moves skills text text-based start starts "
        + "stems investigations science phonics feedback class techniques interventions rituals look-fors teaching independent attributes tools checklist");

    private static readonly WordSet Classroom = Words.Set(
        "classroom classrooms lesson lessons observation observations walk walks walkthrough walkthroughs visits rubric rubrics work");

    private static readonly WordSet Interim = Words.Set(
        "interim mid midyear moy winter iready ready map dibels star screener unit common fastbridge aimsweb formative diagnostic quarterly monthly");

    private static readonly WordSet Annual = Words.Set("spring eoy annual annually yearly");

    /// <summary>Said of a form or a plan: it is in.</summary>
    private static readonly WordSet PutIn = Words.Set("entered submitted filed uploaded signed turned completed logged sent printed updated reviewed revised mailed finalized finalised held scheduled approved closed returned distributed issued collected amended drafted");

    /// <summary>Staff whose work is with each other more than with students.</summary>
    private static readonly WordSet Teams = Words.Set("team teams plc plcs committee committees council department departments cabinet squad squads leads chairs managers manager clerk clerks registrar registrars secretary secretaries trios");

    private static readonly WordSet Doses = Words.Set("minutes sessions hours intervention tutoring");

    private static readonly WordSet Kept = Words.Set("notes log logs records minutes entries record file files");

    private static readonly WordSet Joining = Words.Set("attend participate");

    private static readonly WordSet StudentActs = Words.Set("training plans plan forums forum conferences conference survey workshop workshops session sessions meeting meetings night nights activity fafsa application applications form forms "
        + "contract agreement inventory module modules orientation program programs club clubs camp tour tours fair counselor");

    private static readonly WordSet Informed = Words.Set("receive informed invited notified attend sent get");

    private static readonly WordSet Feedback = Words.Set("feedback");

    private static readonly WordSet HeldDocuments = Words.Set("have has");

    private static readonly WordSet Posted = Words.Set("posted visible displayed ratio");

    private static readonly WordSet RateWords = Words.Set("rate rates percentage attendance absent absenteeism referrals suspensions graduation write-ups tardies");
}
