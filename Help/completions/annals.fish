# Completion of annals for fish: asks the program what may stand in the place of a word.
function __annals_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l lines (command $words[1] ---complete $words[2..] "$current" 2>/dev/null)
    switch "$lines[1]"
        case files
            __fish_complete_path "$current"
        case directories
            __fish_complete_directories "$current" ''
        case '*'
            printf '%s\n' $lines[2..]
    end
end

complete -c annals -f -a '(__annals_complete)'
