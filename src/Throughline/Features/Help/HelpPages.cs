using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Access;

namespace Throughline.Features.Help;

/// <summary>The keys that script adds, and the button that turns them off.</summary>
[Needs(Right.Anyone)]
public sealed class KeyboardModel : PageModel;

/// <summary>How the site works for people with disabilities, and where it does not yet.</summary>
[Needs(Right.Anyone)]
public sealed class AccessibilityModel : PageModel;

/// <summary>What is kept, who sees it, and why figures about few are hidden.</summary>
[Needs(Right.Anyone)]
public sealed class PrivacyModel : PageModel;
