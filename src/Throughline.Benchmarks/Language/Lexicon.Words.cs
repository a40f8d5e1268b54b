namespace Throughline.Benchmarks.Language;

/// <summary>The lists themselves.</summary>
internal static partial class Lexicon
{
    private const string ActVerbs =
        "develop design redesign convene attend participate submit create establish offer organize organise complete finish analyze analyse "
        + "identify collaborate communicate gather collect revise update publish prepare obtain recruit launch assign inventory confer "
        + "administer conduct train hire purchase adopt file jot rework redo rewrite brainstorm calibrate internalize reflect join discuss "
        + "examine evaluate observe inform invite introduce distribute generate articulate rehearse unpack adjust refine deploy co-plan host plan map build "
        + "register upload enter sign swap buy finalize assemble debrief co-write co-design co-host co-facilitate nominate comb compile collate circulate disseminate onboard install renew "
        + "translate calibrate norm certify interview nominate shadow";

    private const string ActVerbsAlsoNouns =
        "review draft host visit survey schedule monitor track log note record share form inventory audit document coach report list poll chart email book order contract phone";

    private const string OtherVerbs =
        "use implement apply follow deliver provide receive demonstrate incorporate include engage improve increase decrease reduce maintain "
        + "sustain exceed achieve attain reach score believe agree feel perform pass fail graduate earn enroll enrol qualify miss "
        + "close narrow raise lower boost grow rise fall drop climb decline eliminate erase remain stay become begin continue keep make "
        + "explain pick name differentiate scaffold model ask help need believe indicate reveal confirm ensure require "
        + "facilitate integrate embed align respond listen speak read engage persist cite solve justify handle employ utilize post surpass beat "
        + "progress advance move bring lead result access regulate advocate self-assess adhere reset act carry critique try serve "
        + "go come do have see get give take show meet teach write hold know learn set put run hit let build lay spread find tell think say keep send "
        + "select understand recognize manage resolve enter exit transition retain commit contribute connect cooperate reteach regroup assess measure verify certify prevent "
        + "restore welcome greet protect attempt select strengthen expand halve aim seek strive deepen enhance foster promote accelerate display exhibit possess produce convey complete halve recover match land fill weave "
        + "reply revisit restate paraphrase annotate highlight summarize predict infer compare contrast argue defend pose redirect praise narrate acknowledge decode blend segment "
        + "reread preview notice own wait spend hear listen co-teach conference mentor tutor double triple shrink expand widen reopen involve collaborate wear cite retell count reshape shift refocus rethink rebuild realign spark shape spot ";

    private const string OtherVerbsAlsoNouns =
        "look answer watch value address target feature contain cover screen check contact transfer return challenge visit celebrate reward "
        + "support work practice practise test group start focus step mark play rank place group rate level voice benefit question request "
        + "plan gain increase decrease rise fall drop cut lift score use need call "
        + "end sample flag scan prompt cue pause probe turn pull sort pair partner comment text post display stamp trade comfort deliver";

    /// <summary>Plain form and past forms.</summary>
    private const string Irregular =
        "have had having; do did done doing; go went gone going; see saw seen seeing; get got gotten; give gave given; take took taken; "
        + "show showed shown; *meet met; teach taught; *write wrote written; hold held; know knew known; learn learnt; set; put; run ran; hit; let; "
        + "*build built; lay laid; spread; find found; tell told; think thought; say said saying; keep kept; *send sent; make made; bring brought; "
        + "lead led; read; feel felt; begin began begun; become became; rise rose risen; fall fell fallen; grow grew grown; come came; "
        + "speak spoke spoken; *draw drew drawn; beat beaten; weave wove woven; leave left; win won; *choose chose chosen choosing";

    private const string People =
        "student students scholar scholars learner learners pupil pupils child children reader readers grader graders senior seniors junior juniors "
        + "freshman freshmen sophomore sophomores newcomer newcomers kindergarteners kindergartners youth kids girls boys adolescents toddlers "
        + "preschoolers teens peers classmates athletes candidates members adults el frp graduates respondents participants individuals studnets els ells swd swds olds "
        + "teacher teachers staff leader leaders principal principals administrator administrators admin counselor counselors counsellors coach coaches "
        + "tutor tutors aide aides team teams department departments advisor advisors advisers dean deans faculty plc plcs educator educators leads head heads "
        + "paraprofessional paraprofessionals paras superintendent director directors specialist specialists interventionist interventionists librarians "
        + "nurse nurses mentors instructors personnel employees supervisors evaluators psychologists therapists clinicians "
        + "family families parent parents guardian guardians caregiver caregivers households "
        + "clerk clerks secretary secretaries officer officers trainer trainers consultant consultants worker workers manager managers librarian driver drivers subs substitutes mentee mentees chair chairs liaison liaisons custodians assistants facilitators hires writers mathematicians schoolers males females "
        + "interventionists schedulers registrars coordinators coordinator sst ilt mls multilinguals";

    private const string Countables =
        "classroom classrooms class classes room rooms lab labs studio studios homeroom homerooms lesson lessons plan plans agenda agendas note notes minutes "
        + "observation observations visit visits walkthrough walkthroughs referral referrals report reports task tasks assignment assignments unit units "
        + "routine routines session sessions project projects notebook notebooks meeting meetings course courses school schools building buildings "
        + "grade grades grader program programs syllabi syllabus iep ieps entries submissions logs folders files topic topics electives chunks "
        + "blocks period periods portfolio portfolios samples item items goals cases incidents write-ups questions response responses records "
        + "cycles gyms ups groups slips tickets binders videos circles sections forms sheets pieces essays discussions displays walls lists displays clubs";
}
