namespace Participation.Web.Words;

/// <summary>The words of the pages (PageWords.resx and its kin).</summary>
public sealed class PageWords;
